-- A meeting can be cancelled or postponed, and keeps what it was before and why.
ALTER TABLE `meeting` ADD `cancelled_at_stage` text;--> statement-breakpoint
ALTER TABLE `meeting` ADD `postponed_from` text;--> statement-breakpoint
ALTER TABLE `meeting` ADD `change_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Days off and make-up working days as they were announced.
CREATE TABLE `calendar_day` (
	`day` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`holiday` text NOT NULL,
	`document_number` text NOT NULL
);--> statement-breakpoint
-- Days on which whoever holds a post cannot take the chair.
CREATE TABLE `blocked_days` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `blocked_days_post` ON `blocked_days` (`post_id`,`to_day`);
