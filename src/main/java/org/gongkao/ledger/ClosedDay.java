package org.gongkao.ledger;

import java.time.Instant;
import java.time.LocalDate;

/** 已结账日。A day on which nothing is booked any more; its hash covers the day before. */
public record ClosedDay(LocalDate day, int number, int entries, String hash, long account, Instant closedAt) {}
