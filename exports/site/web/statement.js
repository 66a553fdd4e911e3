// The page of a statement: statement.html?id=…

import { fill } from './filled.js';

fill(globalThis.siteData.statements, 'id');
