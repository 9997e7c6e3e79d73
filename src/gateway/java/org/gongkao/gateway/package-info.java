/**
 * The payment counterpart of demo and tests: a program of its own, on the JDK alone, that takes orders, shows a pay page
 * and tells of payments. It shares no class with the product and is in no jar of it.
 */
package org.gongkao.gateway;
