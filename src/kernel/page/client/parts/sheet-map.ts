import L from 'leaflet';

export interface Outline {
  readonly kind: string;
  readonly name: string;
}

/**
 * A sheet of the community in a box, from the outlines at its `data-ground`, which the city serves itself.
 * Nothing moves but at a person's hand, and then at once: points would swell while a sheet zooms.
 */
export async function openSheet(
  box: HTMLElement,
): Promise<{ readonly map: L.Map; readonly outlines: L.GeoJSON<Outline> }> {
  const ground = await (await fetch(box.dataset['ground'] ?? '')).json();
  box.hidden = false;
  const map = L.map(box, {
    attributionControl: false,
    zoomSnap: 0.25,
    scrollWheelZoom: false,
    zoomAnimation: false,
  });
  const outlines = L.geoJSON<Outline>(ground, {
    style: (feature) => ({ className: `map-${feature?.properties.kind ?? ''}` }),
    interactive: false,
  }).addTo(map);
  map.fitBounds(outlines.getBounds(), { padding: [8, 8] });
  return { map, outlines };
}
