/** Names the members of the network that holds an event, where else the id of an audience stands. */
export const networkMembers = "network";
