// What a page does before Streamlit's own code is there, and where no component is: the server puts this into its head.

import { collectEarlyTyping } from '../shared/early_typing.js';
import { sortTablesByClick } from '../shared/sorted_tables.js';

collectEarlyTyping();
sortTablesByClick();
