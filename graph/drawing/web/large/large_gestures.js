// The gestures of a reader on a large network: those of others, but edges keep their own paths.

import { largePath } from './large_scene.js';
import { Gestures } from '../network/gestures.js';

/** @import { NetworkScene, Point } from '../types' */
/** @import { LargeLayer } from './large_layer.js' */
/** @import { LargeEdge } from './large_scene.js' */

export class LargeGestures extends Gestures {
  /** Edges follow what is dragged. @param {string[]} ids */
  followDrag(ids) {
    const layer = /** @type {LargeLayer} */ (this.layer), moved = new Set(ids.map(String));
    layer.dragged = moved;
    if (!moved.size) return;
    const spot = (/** @type {string} */ id) => {
      const { x, y } = layer.network.getPosition(id);
      return /** @type {Point} */ ([x, y]);
    };
    for (const { id, from, to, path, bend } of layer.drawnEdges) {
      if (!moved.has(from) && !moved.has(to)) continue;
      layer.draggedPaths.set(id, largePath(moved.has(from) ? spot(from) : path[0], moved.has(to) ? spot(to) : path[3], bend));
    }
  }

  /** @param {string[]} ids */
  endDrag(ids) {
    /** @type {LargeLayer} */ (this.layer).dragged = new Set();
    super.endDrag(ids);
  }

  /** The scene with things at the places that the reader has given them. @param {NetworkScene} scene */
  arrange(scene) {
    this.baseScene = scene;
    const { places } = this;
    if (!Object.keys(places).length) return scene;
    const nodes = scene.nodes.map((node) => (places[node.id] ? { ...node, x: places[node.id][0], y: places[node.id][1] } : node));
    const edges = /** @type {LargeEdge[]} */ (scene.edges).map((edge) => {
      const { from, to, path, bend } = edge;
      return places[from] || places[to] ? { ...edge, path: largePath(places[from] ?? path[0], places[to] ?? path[3], bend) } : edge;
    });
    return { ...scene, nodes, edges };
  }
}
