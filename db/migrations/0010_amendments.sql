CREATE TABLE `amendment` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`reason` text NOT NULL,
	`begun_by_post_id` text NOT NULL,
	`begun_at` text NOT NULL,
	`ended_at` text,
	`result` text,
	`drop_reason` text,
	`minutes_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`begun_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `amendment_epoch` ON `amendment` (`day_id`,`epoch`);--> statement-breakpoint
CREATE UNIQUE INDEX `amendment_open` ON `amendment` (`day_id`) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE `minutes` ADD `amends` text REFERENCES minutes(id);