// The part of a map that is in sight: its scale and where its corner stands in the frame.

/** @import { Point } from '../types' */

/** @typedef {{ scale: number, x: number, y: number, minScale: number }} View */
/** @typedef {{ width: number, height: number }} Size */

const MAX_ZOOM = 12; // times the scale of the full map

/** The full map in the middle. @param {Size} map @param {Size} frame @returns {View} */
export function fullView(map, { width, height }) {
  const scale = Math.min(width / map.width, height / map.height);
  return { scale, x: (width - map.width * scale) / 2, y: (height - map.height * scale) / 2, minScale: scale };
}

/** As near as shows all these points. @param {View} view @param {Point[]} points @param {Size} frame @returns {View} */
export function nearView(view, points, { width, height }) {
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys);
  const wish = Math.min(view.minScale * MAX_ZOOM, (width - 220) / Math.max(1, right - left), (height - 200) / Math.max(1, bottom - top));
  const scale = Math.max(view.minScale, wish);
  return { ...view, scale, x: width / 2 - ((left + right) / 2) * scale, y: height / 2 - ((top + bottom) / 2) * scale };
}

/** The view nearer by a factor about a point. @param {View} view @param {number} by @param {number} x @param {number} y @returns {View} */
export function zoomView(view, by, x, y) {
  const scale = Math.min(view.minScale * MAX_ZOOM, Math.max(view.minScale, view.scale * by));
  const ratio = scale / view.scale;
  return { ...view, scale, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio };
}
