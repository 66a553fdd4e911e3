// The theme that the app shows, told by the brightness of its background: `dark` or `light`.

/** @param {CSSStyleDeclaration} style @returns {'dark' | 'light'} */
export function themeOf(style) {
  const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  probe.fillStyle = style.getPropertyValue('--st-background-color').trim() || '#fff';
  const [r, g, b] = (String(probe.fillStyle).match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return 0.3 * r + 0.6 * g + 0.1 * b < 128 ? 'dark' : 'light';
}
