package org.gongkao.account;

import org.gongkao.person.NationalId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which outside register answers: the labelled demonstration where it is switched on, else none. */
@Configuration(proxyBeanMethods = false)
class Registers {

    @Bean
    @ConditionalOnMissingBean
    OutsideRegister outsideRegister(@Value("${gongkao.outside-register.demonstration:false}") boolean demonstration) {
        return demonstration ? new Demonstration() : new None();
    }

    /** 演示核验。Knows nobody: says that all fits, except for the surname 不. Every page that shows its answer says that it is one. */
    private static final class Demonstration implements OutsideRegister {
        @Override
        public Answer ask(String name, NationalId number) {
            return name.startsWith("不") ? Answer.DIFFERS : Answer.FITS;
        }

        @Override
        public String label() {
            return "演示核验，未连接真实人口信息库";
        }
    }

    /** 未接入核验。 */
    private static final class None implements OutsideRegister {
        @Override
        public Answer ask(String name, NationalId number) {
            return Answer.UNKNOWN;
        }

        @Override
        public String label() {
            return "未接入外部人口信息库，由单位核验";
        }
    }
}
