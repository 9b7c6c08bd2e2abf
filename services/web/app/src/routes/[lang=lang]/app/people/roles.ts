/** The roles a coordination gives. */
export const ROLES = ['HOST', 'RECEPTIONIST', 'VOLUNTEER', 'MEMBER', 'COORDINATOR'] as const;
