-- New words wait in a heap of the index until somebody's deed sorts them in. At four megabytes that took
-- that deed, and everyone behind it at the number book, up to a second; a small heap takes a moment.
alter index kernel.case_words_found set (gin_pending_list_limit = 256);
