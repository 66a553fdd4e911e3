// Makes HTML and SVG elements for every picture.

export const SVG = 'http://www.w3.org/2000/svg';

/**
 * Adds an HTML element with a text; nothing in the data is ever markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {Element} parent
 * @param {T} tag
 * @param {string} text
 * @param {string} [className]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function put(parent, tag, text, className) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  parent.append(element);
  return element;
}

/**
 * Adds an address as a link that opens beside the page and tells its site nothing of it.
 * @param {Element} parent
 * @param {string} address
 * @param {string} [className]
 */
export function putLink(parent, address, className) {
  const link = put(parent, 'a', address, className);
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

/**
 * Adds an SVG element with its attributes.
 * @template {keyof SVGElementTagNameMap} T
 * @param {Element} parent
 * @param {T} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [className]
 * @returns {SVGElementTagNameMap[T]}
 */
export function draw(parent, tag, attributes, className) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (className) element.setAttribute('class', className);
  parent.append(element);
  return element;
}

/**
 * The element of a selector, which the page must have.
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(parent, selector) {
  const element = parent.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return element;
}

/** Whether an element is the one in full screen. @param {Element} element */
export function isFullScreen(element) {
  return /** @type {Document | ShadowRoot} */ (element.getRootNode()).fullscreenElement === element;
}

/** The element that has the focus, also inside a component. @param {Element} element */
export function activeElement(element) {
  return /** @type {Document | ShadowRoot} */ (element.getRootNode()).activeElement;
}
