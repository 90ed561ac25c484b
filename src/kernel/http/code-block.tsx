/** Text for a terminal; lines longer than the screen are scrolled, by keyboard too. */
export function CodeBlock({ children }: { children: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre class="code" tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}
