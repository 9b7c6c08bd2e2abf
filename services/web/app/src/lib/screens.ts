// The screens and whom they are for. A newcomer adds a line here, a folder under `routes`, and words in the locales.
import type { Role } from '$lib/client/session.svelte';
import type { Groups } from '$lib/text';

type Word = { [K in keyof Groups['core']]: Groups['core'][K] extends string ? K : never }[keyof Groups['core']];

export interface Screen {
  /** Its address below `/{lang}/app/`. */
  path: string;
  icon: string;
  /** Its name: a message of the group `core`. */
  word: Word;
  /** The roles it is for; nobody in particular when left out. */
  roles?: readonly Role[];
}

const DESK: readonly Role[] = ['HOST', 'COORDINATOR'];
const NETWORK: readonly Role[] = ['HOST', 'COORDINATOR', 'VOLUNTEER', 'MEMBER', 'ORGANISER', 'ADMINISTRATOR', 'RECEPTIONIST'];

/** In the order of the bars: what a role does most often comes first. */
export const SCREENS: readonly Screen[] = [
  { path: 'todo', icon: 'inbox', word: 'screenTodo', roles: ['COORDINATOR'] },
  { path: 'visit', icon: 'circle-plus', word: 'screenVisit', roles: ['HOST'] },
  { path: 'today', icon: 'list', word: 'screenToday', roles: DESK },
  { path: 'refer', icon: 'signpost', word: 'screenRefer', roles: ['HOST'] },
  { path: 'companion', icon: 'handshake', word: 'screenCompanion', roles: ['HOST'] },
  { path: 'mine', icon: 'handshake', word: 'screenMine', roles: ['VOLUNTEER'] },
  { path: 'free', icon: 'calendar-check', word: 'screenFree', roles: ['VOLUNTEER', 'MEMBER'] },
  { path: 'pairing', icon: 'users', word: 'screenPairing', roles: ['COORDINATOR'] },
  { path: 'path', icon: 'route', word: 'screenPath', roles: ['COORDINATOR', 'HOST', 'AUDITOR'] },
  { path: 'meetings', icon: 'calendar', word: 'screenMeetings', roles: NETWORK },
  { path: 'desk', icon: 'door-open', word: 'screenDesk', roles: [...DESK, 'RECEPTIONIST'] },
  { path: 'board', icon: 'layout-grid', word: 'screenBoard', roles: [...DESK, 'RECEPTIONIST', 'VOLUNTEER'] },
  { path: 'numbers', icon: 'chart-column', word: 'screenNumbers', roles: ['COORDINATOR', 'AUDITOR', 'ADMINISTRATOR', 'ORGANISER', 'HOST'] },
  { path: 'partners', icon: 'building', word: 'screenPartners', roles: [...DESK, 'ADMINISTRATOR', 'ORGANISER'] },
  { path: 'people', icon: 'user-cog', word: 'screenPeople', roles: ['COORDINATOR', 'ADMINISTRATOR'] },
  { path: 'data', icon: 'shield-check', word: 'screenData' },
  { path: 'waiting', icon: 'cloud-upload', word: 'screenWaiting' }
];

/** Whether a role may look at a screen; a part such as `meeting` goes with the screen that begins like it. */
export const maySee = (role: Role | null, path: string): boolean => {
  const roles = SCREENS.find((screen) => path && screen.path.startsWith(path))?.roles;
  return Boolean(role) && (!roles || roles.includes(role as Role));
};

/** The same, for the page as it is written at the build: the roles it is for, `*` for whoever is in, nothing for everybody. */
export const shownTo = (path: string): string => {
  if (path === '' || OPEN.includes(path)) return '';
  return SCREENS.find((screen) => screen.path.startsWith(path))?.roles?.join(' ') ?? '*';
};

export const screensOf = (role: Role | null): Screen[] =>
  role ? SCREENS.filter((screen) => !screen.roles || screen.roles.includes(role)) : [];

/** Where a role begins. */
export const firstOf = (role: Role | null): string => screensOf(role)[0]?.path ?? 'data';

/** Screens for whoever is not in. */
export const OPEN: readonly string[] = ['sign-in', 'role', 'locked', 'invitation'];

/** Where somebody goes on to who wanted to be at a screen: there, when it is for their role. */
export const onTo = (role: Role | null, wanted: string): string =>
  /^[a-z-]+$/.test(wanted) && !OPEN.includes(wanted) && maySee(role, wanted) ? wanted : firstOf(role);
