//! Tallies: answers of one survey as columns, counted, crossed and filtered.
