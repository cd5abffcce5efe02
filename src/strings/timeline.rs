//! Words of the timeline and its histogram.
