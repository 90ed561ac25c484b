import L from 'leaflet';

/** The sheet of the community: problems on it, or a point to choose. The list and the address say the same without it. */
const sheet = document.querySelector<HTMLElement>('#problem-map');
if (sheet !== null) void show(sheet);

interface Place {
  readonly kind: string;
  readonly name: string;
  readonly note?: string;
}

async function show(box: HTMLElement): Promise<void> {
  const ground = await (await fetch(box.dataset['ground'] ?? '')).json();
  box.hidden = false;
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.25, scrollWheelZoom: false });
  const outlines = L.geoJSON<Place>(ground, {
    style: (feature) => ({ className: `map-${feature?.properties.kind ?? ''}` }),
    interactive: false,
  }).addTo(map);
  map.fitBounds(outlines.getBounds(), { padding: [8, 8] });
  if (box.dataset['mode'] === 'point') choosePoint(map);
  else await showPlaces(map, box.dataset['places'] ?? '');
}

async function showPlaces(map: L.Map, path: string): Promise<void> {
  const places = await (await fetch(path)).json();
  const layer = L.geoJSON<Place>(places, {
    pointToLayer: ({ properties }, at) =>
      L.circleMarker(at, { radius: 8, className: `map-place problem-${properties.kind}` }),
    onEachFeature: ({ properties }, point) => {
      point.bindPopup(text([properties.name, properties.note ?? ''].join('\n')));
    },
  }).addTo(map);
  const bounds = layer.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds.pad(0.1));
}

function choosePoint(map: L.Map): void {
  let chosen: L.CircleMarker | undefined;
  map.on('click', ({ latlng }) => {
    chosen?.remove();
    chosen = L.circleMarker(latlng, { radius: 10, className: 'map-place problem-new' }).addTo(map);
    write('#problem-lat', latlng.lat);
    write('#problem-lon', latlng.lng);
  });
}

function write(field: string, degrees: number): void {
  const input = document.querySelector<HTMLInputElement>(field);
  if (input !== null) input.value = degrees.toFixed(6);
}

/** Words as text, never as markup. */
function text(words: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = words;
  element.className = 'map-words';
  return element;
}
