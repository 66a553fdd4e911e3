// The parts of the earth that a map shows in its corner, side by side.

/** @import { MapScene } from '../types' */
/** @import { Rectangle } from './shapes.js' */

const MIN_WIDTH_PX = 64;
const EDGE_PX = 6;

/**
 * Puts the parts in their corner; the boxes that no name may cover.
 * @param {SVGElement[]} corners @param {MapScene} scene @param {number} scale
 * @param {{ width: number, height: number }} frame @returns {Rectangle[]}
 */
export function placeInsets(corners, scene, scale, { width, height }) {
  const beside = Math.max(EDGE_PX, (width - scene.width * scale) / 2);
  const wides = scene.insets.map((inset) => Math.max(MIN_WIDTH_PX, inset.width * scale));
  let left = scene.insets_left ? beside : width - beside - wides.reduce((sum, wide) => sum + wide, 0);
  return corners.map((corner, at) => {
    const { width: wide, height: high } = scene.insets[at];
    const top = height - EDGE_PX - (wides[at] * high) / wide, from = left;
    Object.assign(corner.style, { left: `${from}px`, top: `${top}px`, width: `${wides[at]}px` });
    left += wides[at];
    return [from, top, scene.insets_left ? left : width, height];
  });
}
