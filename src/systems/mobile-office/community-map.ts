/**
 * The community on a sheet of our own: outlines of settlements and the river, drawn roughly by hand in
 * WGS 84. A scheme to find one's way by, not a map of record; nothing is asked of another host.
 */
const ring = (...points: readonly (readonly [lon: number, lat: number])[]) => [[...points, points[0]]];

const feature = (kind: string, name: string, geometry: object) => ({
  type: 'Feature',
  properties: { kind, name },
  geometry,
});

export const COMMUNITY_MAP = {
  type: 'FeatureCollection',
  features: [
    feature('settlement', 'Кропивницький', {
      type: 'Polygon',
      coordinates: ring(
        [32.19, 48.52],
        [32.215, 48.55],
        [32.26, 48.553],
        [32.305, 48.542],
        [32.325, 48.515],
        [32.31, 48.487],
        [32.27, 48.472],
        [32.222, 48.476],
        [32.195, 48.495],
      ),
    }),
    feature('settlement', 'Нове', {
      type: 'Polygon',
      coordinates: ring(
        [32.168, 48.566],
        [32.19, 48.573],
        [32.202, 48.562],
        [32.186, 48.552],
        [32.169, 48.556],
      ),
    }),
    feature('settlement', 'Гірниче', {
      type: 'Polygon',
      coordinates: ring([32.318, 48.45], [32.335, 48.455], [32.341, 48.444], [32.325, 48.438]),
    }),
    feature('settlement', 'Завадівка', {
      type: 'Polygon',
      coordinates: ring([32.16, 48.47], [32.178, 48.474], [32.184, 48.462], [32.166, 48.458]),
    }),
    feature('river', 'Інгул', {
      type: 'LineString',
      coordinates: [
        [32.2, 48.578],
        [32.214, 48.557],
        [32.236, 48.54],
        [32.252, 48.523],
        [32.262, 48.507],
        [32.266, 48.49],
        [32.279, 48.47],
        [32.3, 48.45],
        [32.31, 48.43],
      ],
    }),
  ],
} as const;
