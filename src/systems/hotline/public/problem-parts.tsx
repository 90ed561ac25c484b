import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Problem } from '../queries/problems.ts';
import { stateName, stateTone, topicName } from '../words.ts';

export function ProblemName({ topicName: name, topicNameEn: nameEn }: Problem) {
  return <>{topicName({ name, nameEn }, usePage().locale)}</>;
}

export function ProblemState({ state }: { state: string }) {
  return <StatusTag tone={stateTone(state)}>{stateName(state, usePage().locale)}</StatusTag>;
}

export function ProblemPlace({ address, lat }: Problem) {
  const { t } = usePage();
  return <>{address ?? t(lat === null ? 'hotline:problems.inWords' : 'hotline:problems.onMap')}</>;
}

/** Published photographs, each with what it shows in words for those who do not see it. */
export function ProblemPhotos({ problem }: { problem: Problem }) {
  const { t } = usePage();
  if (problem.photos.length === 0) return null;
  return (
    <ul class="problem-photos">
      {problem.photos.map(({ id, moment }) => (
        <li key={id}>
          <figure>
            <a href={`/problems/photos/${id}`}>
              <img
                src={`/problems/photos/${id}/small`}
                alt={t(`hotline:photos.alt.${moment}`, { place: problem.address ?? '' }).trim()}
                loading="lazy"
                decoding="async"
              />
            </a>
            <figcaption>{t(`hotline:photos.moments.${moment}`)}</figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}
