import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Family } from '../family-view.ts';
import { stateName, stateTone } from '../words.ts';

/** A part's way to the whole and to the other parts, for who oversees them. */
export function FamilyList({ family }: { family: Family | null }) {
  const { t, locale } = usePage();
  if (family === null) return null;
  return (
    <>
      <h3>{t('applications:family.title')}</h3>
      <p>
        {family.path === null ? family.number : <a href={family.path}>{family.number}</a>} · {family.title}
      </p>
      {family.siblings.length === 0 ? null : (
        <ul>
          {family.siblings.map((part) => (
            <li key={part.id}>
              <a href={`/desk/applications/${part.id}`}>{part.title}</a>{' '}
              <StatusTag tone={stateTone(part.state)}>{stateName(part.state, locale)}</StatusTag>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
