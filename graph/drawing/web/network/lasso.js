// A lasso around things: drawn with Shift and the pointer, or by the pointer alone while its button is on.

import { draw, SVG } from '../shared/dom.js';

/** @import { Point } from '../types' */

const MIN_LASSO_PX = 6; // a smaller lasso is a click

/** Whether a polygon holds a point (the rule of even and odd). @param {Point[]} corners @param {Point} point */
export function polygonHolds(corners, [x, y]) {
  return corners.filter(([a, b], at) => {
    const [c, d] = corners[(at || corners.length) - 1];
    return b > y !== d > y && x < ((c - a) * (y - b)) / (d - b) + a;
  }).length % 2 === 1;
}

/** How far apart the outermost points are. @param {Point[]} points */
function spread(points) {
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/**
 * @param {HTMLElement} box
 * @param {AbortSignal} signal ends the listening
 * @param {{ begins(event: PointerEvent): boolean, onLasso(corners: Point[]): void, onPoint(point: Point): void }} hooks in pixels of the box
 */
export function listenToLasso(box, signal, { begins, onLasso, onPoint }) {
  /** @type {Point[]} */
  let points = [];
  /** @type {SVGSVGElement | null} */
  let drawing = null;
  const at = (/** @type {PointerEvent} */ { clientX, clientY }) => {
    const { left, top } = box.getBoundingClientRect();
    return /** @type {Point} */ ([clientX - left, clientY - top]);
  };
  const swallow = (/** @type {Event} */ event) => { event.preventDefault(); event.stopPropagation(); };
  box.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0 || !begins(event)) return;
    swallow(event); // vis-network would move the view
    box.setPointerCapture(event.pointerId);
    points = [at(event)];
    drawing = document.createElementNS(SVG, 'svg');
    drawing.setAttribute('class', 'lasso');
    draw(drawing, 'polygon', {});
    box.append(drawing);
  }, { capture: true, signal });
  box.addEventListener('pointermove', (event) => {
    if (!drawing) return;
    swallow(event);
    points.push(at(event));
    drawing.firstElementChild?.setAttribute('points', points.map((point) => point.join(',')).join(' '));
  }, { capture: true, signal });
  for (const name of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    box.addEventListener(name, (event) => {
      if (!drawing) return;
      swallow(event);
      drawing.remove();
      drawing = null;
      if (name === 'pointercancel') return;
      if (spread(points) < MIN_LASSO_PX) onPoint(points[0]);
      else onLasso(points);
    }, { capture: true, signal });
  }
}
