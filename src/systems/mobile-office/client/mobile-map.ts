import L from 'leaflet';

/** The sheet of the community with the stops on it. The list beside it says the same without it. */
const sheet = document.querySelector<HTMLElement>('#mobile-map');
if (sheet !== null) void show(sheet);

interface Place {
  readonly kind: string;
  readonly name: string;
  readonly note?: string;
}

async function show(box: HTMLElement): Promise<void> {
  const [ground, places] = await Promise.all(
    [box.dataset['ground'] ?? '', box.dataset['places'] ?? ''].map(async (path) =>
      (await fetch(path)).json(),
    ),
  );
  box.hidden = false;
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.25, scrollWheelZoom: false });
  const outlines = L.geoJSON<Place>(ground, {
    style: (feature) => ({ className: `map-${feature?.properties.kind ?? ''}` }),
    onEachFeature: ({ properties }, layer) => {
      layer.bindTooltip(text(properties.name), {
        permanent: true,
        direction: 'center',
        className: 'map-name',
      });
    },
    interactive: false,
  }).addTo(map);
  L.geoJSON<Place>(places, {
    pointToLayer: ({ properties }, at) =>
      L.circleMarker(at, { radius: 9, className: `map-place map-${properties.kind}` }),
    onEachFeature: ({ properties }, layer) => {
      layer.bindPopup(text([properties.name, properties.note ?? ''].filter(Boolean).join('\n')));
    },
  }).addTo(map);
  map.fitBounds(outlines.getBounds(), { padding: [12, 12] });
}

/** Words as text, never as markup. */
function text(words: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = words;
  element.className = 'map-words';
  return element;
}
