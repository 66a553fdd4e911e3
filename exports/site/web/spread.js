// The stage of Spread: network, map and curve.

import { openFrame } from './frame.js';
import { openPage } from '../../html/web/page.js';

openFrame();
const { ground, spread } = globalThis.siteData;
if (spread) openPage({ ...spread, map: spread.map && { ...ground, ...spread.map } });
