import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { useField } from '../../../kernel/page/components/form-context.ts';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';

/** Where leaflet finds the outlines to draw upon. */
const GROUND = '/mobile/community.geojson';

export interface PlaceFieldProps {
  /** Of the words; the point travels as `<name>.lat` and `<name>.lon`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly point?: { readonly lat: number | null; readonly lon: number | null };
}

/**
 * Where it is: an address of the register, typed or chosen, or a point of the map. Without JavaScript
 * the words are enough. A page that shows it asks for the script `place-map`.
 */
export function PlaceField({ name, label, hint, value = '', point }: PlaceFieldProps) {
  const t = useT();
  const words = useField(name, value);
  return (
    <div class="place-field" data-place={name}>
      <TextField name={name} label={label} {...(hint === undefined ? {} : { hint })} value={value} optional />
      <PointField name={`${name}.lat`} degrees={point?.lat ?? null} />
      <PointField name={`${name}.lon`} degrees={point?.lon ?? null} />
      <details class="place-map-box" hidden>
        <summary>{t('address-register:place.onMap')}</summary>
        <p>{t('address-register:place.mapHint')}</p>
        <div
          class="place-map"
          role="application"
          aria-label={t('address-register:place.map')}
          data-ground={GROUND}
          data-words={words.id}
        />
        <p class="place-chosen" aria-live="polite" data-chosen={t('address-register:place.chosen')} />
      </details>
    </div>
  );
}

/** A hidden field that keeps its value when the form comes back. */
function PointField({ name, degrees }: { name: string; degrees: number | null }) {
  const { value } = useField(name, degrees === null ? '' : degrees.toFixed(6));
  return <input type="hidden" name={name} value={value} />;
}

/** A point on the sheet of the community, for whoever goes there; the words beside it say the same. */
export function PlaceMap({ lat, lon }: { lat: number; lon: number }) {
  const t = useT();
  return (
    <figure
      class="place-map"
      aria-label={t('address-register:place.map')}
      data-ground={GROUND}
      data-lat={lat}
      data-lon={lon}
      hidden
    />
  );
}

/** What a `PlaceField` of a posted form says; half a point is none. */
export function readPlace(
  request: PagePost,
  name: string,
): { readonly words: string; readonly lat?: number; readonly lon?: number } {
  const words = request.field(name);
  const [lat, lon] = [request.field(`${name}.lat`), request.field(`${name}.lon`)];
  const isPoint = [lat, lon].every((text) => /^-?\d{1,3}(\.\d{1,10})?$/.test(text));
  return isPoint ? { words, lat: Number(lat), lon: Number(lon) } : { words };
}
