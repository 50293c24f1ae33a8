-- Units and posts are kept up: a unit or a post is closed, never deleted; a merged unit names the one that took it over.
ALTER TABLE `unit` ADD `closed_at` text;--> statement-breakpoint
ALTER TABLE `unit` ADD `merged_into` text REFERENCES unit(id);--> statement-breakpoint
ALTER TABLE `unit` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `post` ADD `closed_at` text;--> statement-breakpoint
ALTER TABLE `post` ADD `deputy_post_id` text REFERENCES post(id);--> statement-breakpoint
ALTER TABLE `post` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- Whoever stands in has the rights of the post for their days, beside or instead of its holder.
ALTER TABLE `holding` ADD `capacity` text DEFAULT 'holder' NOT NULL;--> statement-breakpoint
-- The deputy's post by which they stand in while the post is vacant.
ALTER TABLE `holding` ADD `via_post_id` text REFERENCES post(id);--> statement-breakpoint
-- What whoever leaves a post says about each thing that is open, and who has taken note of it.
CREATE TABLE `handover_item` (
	`id` text PRIMARY KEY NOT NULL,
	`holding_id` text NOT NULL REFERENCES holding(id),
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`goes_to` text NOT NULL,
	`post_id` text NOT NULL REFERENCES post(id),
	`note` text DEFAULT '' NOT NULL,
	`said_at` text NOT NULL,
	`confirmed_at` text,
	`confirmed_by_person_id` text REFERENCES person(id)
);--> statement-breakpoint
CREATE UNIQUE INDEX `handover_item_key` ON `handover_item` (`holding_id`,`key`);--> statement-breakpoint
CREATE INDEX `handover_item_post` ON `handover_item` (`post_id`) WHERE confirmed_at is null;--> statement-breakpoint
-- A problem goes with its street when that is merged, and nowhere else.
DROP TRIGGER problem_wording_frozen;--> statement-breakpoint
CREATE TRIGGER problem_wording_frozen BEFORE UPDATE OF original_wording, number, street_id ON problem
WHEN NEW.number IS NOT OLD.number
	OR (NEW.street_id IS NOT OLD.street_id AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = OLD.street_id AND u.merged_into = NEW.street_id))
	-- Words that are missing may be written once.
	OR (OLD.original_wording <> '' AND NEW.original_wording IS NOT OLD.original_wording AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'problem' AND p.subject_id = OLD.id AND p.field = 'originalWording' AND p.becomes = NEW.original_wording))
BEGIN SELECT RAISE(ABORT, 'the original wording of a problem is frozen'); END;
--> statement-breakpoint
CREATE INDEX `unit_merged` ON `unit` (`merged_into`) WHERE merged_into is not null;
