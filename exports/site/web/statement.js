// The page of a statement: statement.html?id=…

import { fill } from './detail_page.js';

fill(globalThis.siteData.statements, 'id');
