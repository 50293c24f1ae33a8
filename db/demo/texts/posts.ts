import { departmentPosts } from "./posts-departments";
import { streetPosts } from "./posts-streets";
import type { DemoPost } from "./shapes";

export const posts: DemoPost[] = [...streetPosts, ...departmentPosts];
