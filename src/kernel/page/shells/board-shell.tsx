import { Document, Main, type ShellProps } from './document.tsx';

/** The hall's television: dark, without a menu, read from 12 metres. */
export function BoardShell({ view, children }: ShellProps) {
  return (
    <Document shell="board" view={view}>
      <Main view={view} class="board-main">
        {children}
      </Main>
    </Document>
  );
}
