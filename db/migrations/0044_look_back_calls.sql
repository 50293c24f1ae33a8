-- A statement at the look-back was called, or noted with those that are due later.
ALTER TABLE `look_back_statement` ADD `said_as` text DEFAULT 'called' NOT NULL;--> statement-breakpoint
CREATE TABLE `look_back_call` (
	`meeting_id` text NOT NULL,
	`task_id` text NOT NULL,
	`asked_by_post_id` text NOT NULL,
	`asked_at` text NOT NULL,
	`called_at` text,
	PRIMARY KEY(`meeting_id`, `task_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE TABLE `task_order` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`answer_by` text,
	`by_post_id` text NOT NULL,
	`by_person_id` text NOT NULL,
	`at` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_at` text,
	`answered_by_post_id` text,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `task_order_task` ON `task_order` (`task_id`);--> statement-breakpoint
CREATE INDEX `task_order_post` ON `task_order` (`by_post_id`,`answered_at`);
