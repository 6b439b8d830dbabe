-- Texts in other languages, themes and enumerations.
select 1;
