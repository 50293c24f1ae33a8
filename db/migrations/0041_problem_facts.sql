-- What a problem says of whom it affects, by when they want it done, and where it is on its street's sketch: nothing
-- of what was written before. Where a street has arranged its communities on that sketch, it is kept whole.
ALTER TABLE `problem` ADD `households` integer;--> statement-breakpoint
ALTER TABLE `problem` ADD `wish_on` text;--> statement-breakpoint
ALTER TABLE `problem` ADD `spot` text;--> statement-breakpoint
CREATE TABLE `street_sketch` (
	`street_id` text PRIMARY KEY NOT NULL,
	`areas` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`arranged_at` text NOT NULL,
	`arranged_by_post_id` text,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`arranged_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
