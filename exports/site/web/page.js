// A page whose content is whole without a script.

import { openFrame } from './frame.js';

openFrame();
