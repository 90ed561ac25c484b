/** A kind by its picture and its word: never by colour or picture alone. */
export function KindMark({ icon, title }: { icon: string; title: string }) {
  return (
    <span class="kind">
      <svg class="kind-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={icon} />
      </svg>
      {title}
    </span>
  );
}
