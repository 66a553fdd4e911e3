// What a page does before Streamlit's own code is there: the server puts this into its head.

import { collectEarlyTyping } from '../shared/early_typing.js';

collectEarlyTyping();
