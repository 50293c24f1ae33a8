-- What a street asks to be taken after the window has closed waits for the office's answer.
CREATE TABLE `late_request` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`day_id` text NOT NULL,
	`street_id` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by_person_id` text NOT NULL,
	`asked_by_post_id` text NOT NULL,
	`asked_at` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by_post_id` text,
	`answered_at` text,
	FOREIGN KEY (`listing_id`) REFERENCES `listing`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`meeting_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `late_request_day` ON `late_request` (`day_id`,`state`);--> statement-breakpoint
CREATE INDEX `late_request_listing` ON `late_request` (`listing_id`);
