// What must stay in URS whole, whatever the page does: it is run by URS itself, in its own time, with data that no session of Orchestration has.

/** Subroutines that products of Genesys bring along, by name in lower case, and why each cannot move. */
const subroutines: Readonly<Record<string, string>> = {
  // Callback solution, user guide of its URS strategies.
  waitfortarget:
    'it belongs to the callback strategies of Genesys Mobile Services, which URS runs while the call waits: leave it, and the strategies that call it, in URS',
};

/** Why a subroutine of that name stays in URS; undefined when nothing speaks against its conversion. */
export const staysInUrs = (name: string): string | undefined => subroutines[name.trim().toLowerCase()];
