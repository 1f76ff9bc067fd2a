"""What a key means on the chart: where a new card goes, what it probably is, which card comes next. No toolkit here."""
