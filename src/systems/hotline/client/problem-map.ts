import L from 'leaflet';
import { openSheet } from '../../../kernel/page/client/parts/sheet-map.ts';

/** The sheet of the community: problems on it, or a point to choose. The list and the address say the same without it. */
const sheet = document.querySelector<HTMLElement>('#problem-map');
if (sheet !== null) void show(sheet);

interface Place {
  readonly kind: string;
  readonly name: string;
  readonly note?: string;
  readonly path?: string;
  readonly link?: string;
}

/** Nearer there is nothing on the sheet to know the place by. */
const CLOSE = 15;

async function show(box: HTMLElement): Promise<void> {
  const point = document.querySelector<HTMLElement>('#problem-point');
  if (point !== null) point.hidden = false;
  const { map } = await openSheet(box);
  const mode = box.dataset['mode'];
  if (mode === 'point') choosePoint(map);
  await showPlaces(map, box.dataset['places'] ?? '', mode !== 'point');
}

async function showPlaces(map: L.Map, path: string, fits: boolean): Promise<void> {
  const places = await (await fetch(path)).json();
  const layer = L.geoJSON<Place>(places, {
    pointToLayer: ({ properties }, at) =>
      L.circleMarker(at, { radius: 8, className: `map-place problem-${properties.kind}` }),
    onEachFeature: ({ properties }, point) => {
      point.bindPopup(words(properties));
    },
  }).addTo(map);
  const bounds = layer.getBounds();
  if (fits && bounds.isValid()) map.fitBounds(bounds.pad(0.1), { maxZoom: CLOSE });
}

function choosePoint(map: L.Map): void {
  let chosen: L.CircleMarker | undefined;
  const choose = (at: L.LatLng | undefined) => {
    chosen?.remove();
    chosen =
      at === undefined
        ? undefined
        : L.circleMarker(at, { radius: 11, className: 'map-place problem-chosen' });
    chosen?.addTo(map);
    write('#problem-lat', at?.lat);
    write('#problem-lon', at?.lng);
    const clear = document.querySelector<HTMLElement>('#problem-clear');
    if (clear !== null) clear.hidden = at === undefined;
    say(at === undefined ? 'none' : 'chosen');
  };
  const kept = [read('#problem-lat'), read('#problem-lon')] as const;
  if (kept[0] !== '' && kept[1] !== '') {
    const at = L.latLng(Number(kept[0]), Number(kept[1]));
    choose(at);
    map.setView(at, CLOSE);
  }
  map.on('click', ({ latlng }) => choose(latlng));
  document.querySelector('#problem-clear')?.addEventListener('click', () => choose(undefined));
  document.querySelector('#problem-here')?.addEventListener('click', () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const at = L.latLng(coords.latitude, coords.longitude);
        choose(at);
        map.setView(at, CLOSE);
      },
      () => say('refused'),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  });
}

/** For those who do not see the map too. */
function say(what: 'chosen' | 'none' | 'refused'): void {
  const output = document.querySelector<HTMLElement>('#problem-said');
  if (output !== null) output.textContent = output.dataset[what] ?? '';
}

function read(field: string): string {
  return document.querySelector<HTMLInputElement>(field)?.value ?? '';
}

function write(field: string, degrees: number | undefined): void {
  const input = document.querySelector<HTMLInputElement>(field);
  if (input !== null) input.value = degrees?.toFixed(6) ?? '';
}

/** Words as text, never as markup. */
function words({ name, note = '', path, link }: Place): HTMLElement {
  const element = document.createElement('span');
  element.className = 'map-words';
  element.textContent = [name, note].join('\n');
  if (path?.startsWith('/problems/') && link !== undefined) {
    const anchor = document.createElement('a');
    anchor.href = path;
    anchor.textContent = link;
    element.append('\n', anchor);
  }
  return element;
}
