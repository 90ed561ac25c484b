import type { ComponentChildren } from 'preact';

/** Nothing here, said in a sentence, with what to do next as `action`. */
export function EmptyState({
  children,
  action,
}: {
  children: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <p>{children}</p>
      {action === undefined ? null : <p>{action}</p>}
    </div>
  );
}
