import { paths } from "~/paths";
import { readEnv } from "~/platform/env.server";

/** The secret address of somebody's feed, as it is shown once. */
export const ownFeedAddress = (slug: string, token: string) => readEnv().SAMVIRK_URL + paths.personFeed(slug, token);

/** The address of what a region shows everybody, to subscribe to. */
export const openFeedAddress = (slug: string) => readEnv().SAMVIRK_URL + paths.publicFeed(slug);

/** The same for one open network. */
export const networkFeedAddress = (slug: string, network: string) =>
  readEnv().SAMVIRK_URL + paths.networkFeed(slug, network);
