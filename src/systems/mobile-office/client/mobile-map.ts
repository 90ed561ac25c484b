import L from 'leaflet';
import { openSheet } from '../../../kernel/page/client/parts/sheet-map.ts';

/** The sheet of the community with the stops on it. The list beside it says the same without it. */
const sheet = document.querySelector<HTMLElement>('#mobile-map');
if (sheet !== null) void show(sheet);

interface Place {
  readonly kind: string;
  readonly name: string;
  readonly note?: string;
}

async function show(box: HTMLElement): Promise<void> {
  const places = await (await fetch(box.dataset['places'] ?? '')).json();
  const { map, outlines } = await openSheet(box);
  outlines.eachLayer((layer) => {
    if (!(layer instanceof L.Polyline)) return;
    const name = layer.feature?.properties.name;
    if (typeof name !== 'string') return;
    layer.bindTooltip(text(name), { permanent: true, direction: 'center', className: 'map-name' });
  });
  L.geoJSON<Place>(places, {
    pointToLayer: ({ properties }, at) =>
      L.circleMarker(at, { radius: 9, className: `map-place map-${properties.kind}` }),
    onEachFeature: ({ properties }, layer) => {
      layer.bindPopup(text([properties.name, properties.note ?? ''].filter(Boolean).join('\n')));
    },
  }).addTo(map);
}

/** Words as text, never as markup. */
function text(words: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = words;
  element.className = 'map-words';
  return element;
}
