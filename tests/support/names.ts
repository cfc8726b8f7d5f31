/** The secret all test databases are made with. Roles belong to the whole server, so that it must be one. */
export const testSecret = "a-secret-for-tests-and-nothing-else-0123456789";

/** The migrated database that others are cloned from. */
export const template = "samvirk_template";

/** The same with the demo in it, made by the first test file that asks for it. */
export const demoTemplate = "samvirk_demo";
