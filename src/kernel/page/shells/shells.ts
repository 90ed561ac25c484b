import type { ComponentType } from 'preact';
import type { Shell } from '../define-page.ts';
import { BoardShell } from './board-shell.tsx';
import type { ShellProps } from './document.tsx';
import { KioskShell } from './kiosk-shell.tsx';
import { PrintShell } from './print-shell.tsx';
import { ResidentShell } from './resident-shell.tsx';
import { StaffShell } from './staff-shell.tsx';

export const SHELLS: Readonly<Record<Shell, ComponentType<ShellProps>>> = {
  resident: ResidentShell,
  staff: StaffShell,
  kiosk: KioskShell,
  board: BoardShell,
  print: PrintShell,
};
