-- What problems, resolutions and tasks need, what units offer, and what of an offer was promised for a need.
CREATE TABLE `resource_need` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`problem_id` text,
	`task_id` text,
	`topic_id` text,
	`resolution_id` text,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`counted_in` text DEFAULT '' NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	`words` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`end_reason` text DEFAULT '' NOT NULL,
	`ended_at` text,
	`created_at` text NOT NULL,
	`created_by_post_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `resource_need_number` ON `resource_need` (`number`);--> statement-breakpoint
CREATE INDEX `resource_need_problem` ON `resource_need` (`problem_id`);--> statement-breakpoint
CREATE INDEX `resource_need_task` ON `resource_need` (`task_id`);--> statement-breakpoint
CREATE INDEX `resource_need_topic` ON `resource_need` (`topic_id`);--> statement-breakpoint
CREATE INDEX `resource_need_resolution` ON `resource_need` (`resolution_id`);--> statement-breakpoint
CREATE INDEX `resource_need_open` ON `resource_need` (`state`,`kind`);--> statement-breakpoint
CREATE TABLE `resource_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`unit_id` text NOT NULL,
	`need_id` text,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`counted_in` text DEFAULT '' NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	`words` text NOT NULL,
	`conditions` text DEFAULT '' NOT NULL,
	`behalf_of` text DEFAULT '' NOT NULL,
	`brought_by` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`end_reason` text DEFAULT '' NOT NULL,
	`ended_at` text,
	`created_at` text NOT NULL,
	`created_by_post_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `resource_need`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `resource_offer_number` ON `resource_offer` (`number`);--> statement-breakpoint
CREATE INDEX `resource_offer_unit` ON `resource_offer` (`unit_id`);--> statement-breakpoint
CREATE INDEX `resource_offer_need` ON `resource_offer` (`need_id`,`state`);--> statement-breakpoint
CREATE INDEX `resource_offer_open` ON `resource_offer` (`state`,`kind`);--> statement-breakpoint
CREATE TABLE `resource_promise` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`offer_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`amount` integer NOT NULL,
	`accepted_at` text NOT NULL,
	`accepted_by_post_id` text NOT NULL,
	`taken_back_at` text,
	`taken_back_by_post_id` text,
	`taken_back_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `resource_need`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `resource_offer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `resource_promise_ordinal` ON `resource_promise` (`offer_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `resource_promise_need` ON `resource_promise` (`need_id`);--> statement-breakpoint
-- A promise says what was promised; it only ends.
CREATE TRIGGER `resource_promise_frozen` BEFORE UPDATE OF `id`, `need_id`, `offer_id`, `ordinal`, `amount`, `accepted_at`, `accepted_by_post_id` ON `resource_promise`
BEGIN SELECT RAISE(ABORT, 'a promised resource is frozen'); END;--> statement-breakpoint
CREATE TRIGGER `resource_promise_kept` BEFORE DELETE ON `resource_promise`
BEGIN SELECT RAISE(ABORT, 'a promised resource is kept'); END;
