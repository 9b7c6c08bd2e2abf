/// <reference types="@sveltejs/kit" />
import type { Early } from '$lib/client/ways';

declare global {
  namespace App {}
  interface Window {
    /** What the page itself asked before any script was there. */
    early?: Early;
  }
}
export {};
