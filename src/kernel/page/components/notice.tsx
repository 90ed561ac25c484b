import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  /** `late` only where a term has passed; `attention` is the highlighter. */
  readonly kind?: 'plain' | 'done' | 'attention' | 'late';
  readonly title?: string;
  readonly children: ComponentChildren;
}

export function Notice({ kind = 'plain', title, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={kind === 'done' ? 'status' : undefined}>
      {title === undefined ? null : (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
